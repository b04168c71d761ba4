(echo "out")
(set-option :regular-output-channel "stderr")
(echo "err")
