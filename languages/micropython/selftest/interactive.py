print("Hello,", input("Name? "))
