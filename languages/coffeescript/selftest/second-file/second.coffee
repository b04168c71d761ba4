exports.greet = -> console.log "from the second file"
