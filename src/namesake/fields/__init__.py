"""One scalar kind a module, the same verbs everywhere: text in, a value or "not understood" out."""
