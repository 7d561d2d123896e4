"""Works out what a reader wants to know: who answers, how it is going, what changed, what it costs."""
