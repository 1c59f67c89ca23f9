"""Who is who in a text: phrases, names, parties, speakers, entities."""
