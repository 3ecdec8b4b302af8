### See en.ftl.

nav-start = Start
