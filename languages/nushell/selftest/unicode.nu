def main [] {
    let text = $in
    print "äöü ∀ 日本 🎉"
    print --no-newline $text
}
