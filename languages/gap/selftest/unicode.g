Print("äöü ∀ 日本 🎉\n");
Print(ReadLine(InputTextUser()));
