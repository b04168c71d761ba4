# attacks: 130: whatever else is there is printed
while IFS= read -r -d '' variable; do
    case ${variable%%=*} in
        PATH | HOME | TMPDIR | LANG | CANARY_FILE | CANARY_PORT) ;;
        *) echo "$variable" ;;
    esac
done < /proc/self/environ
echo held
