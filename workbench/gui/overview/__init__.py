"""总览: the campaign at a glance; every number opens the list behind it."""
