echo before
if true; end; end # WRONG
