WriteAll(OutputTextUser(), "Name? ");
Print("Hello, ", ReadLine(InputTextUser()));
