"""How things stand: what is kept becomes clocks, alarms and sections for who oversees it. Nothing is read here."""
