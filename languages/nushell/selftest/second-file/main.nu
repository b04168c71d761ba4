use second.nu

print (second text)
