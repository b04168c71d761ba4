exports.text = () => "from the second file";
