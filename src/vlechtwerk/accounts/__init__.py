"""The people who sign in. In which position they act is known a layer higher, in `organisations`."""
