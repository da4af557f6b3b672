// Each test drives a program and a browser of its own: one after the other is quicker than all at once on a small machine.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
