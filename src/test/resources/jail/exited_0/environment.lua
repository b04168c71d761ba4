-- attacks: 130: whatever else is there is printed
-- Lua can ask for variables by name only.
local file = io.open("/proc/self/environ", "rb")
local allowed = { PATH = true, HOME = true, TMPDIR = true, LANG = true, CANARY_FILE = true, CANARY_PORT = true }
for name in file:read("a"):gmatch("([^=%z]+)=[^%z]*") do
    if not allowed[name] then print(name) end
end
print("held")
