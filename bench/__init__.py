"""The benchmark programme: what the program costs beside a floor that is measured in the same run.

It prints ratios, because times belong to one machine on one day. A floor is the least that any program would have to do for
the same result: the same rows in hand-written SQL, a page of the same size from the same server, the same rows copied in.
"""
