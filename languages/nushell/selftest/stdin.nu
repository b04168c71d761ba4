def main [] {
    let lines = $in | lines
    print ($lines | first | split row " " | into int | math sum)
    print ($lines | skip 1 | str join "\n")
}
