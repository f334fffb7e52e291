import re
text = "from a@example.com to bob.c@example.org, 12:30; " * 800
print(len(re.findall(r"[\w.]+@(\w+)\.(com|org)", text)))
