require! './second': { greet }
greet!
