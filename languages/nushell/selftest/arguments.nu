def main [...arguments] {
    $arguments | each {|argument| print $argument }
    return
}
