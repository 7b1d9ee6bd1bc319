"""What a pipeline needs beside the audit itself: suppressions, a baseline, a cache, the files that changed."""
