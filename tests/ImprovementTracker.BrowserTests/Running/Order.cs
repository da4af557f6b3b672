// Each class drives a program of its own, so two can go at once; more would wait for each other on a small machine.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
