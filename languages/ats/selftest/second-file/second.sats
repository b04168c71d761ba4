fun second_text (): string
