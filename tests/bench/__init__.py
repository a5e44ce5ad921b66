"""The benchmark programme measures what it says, on sizes that take no time. No test here looks at how long anything takes."""
