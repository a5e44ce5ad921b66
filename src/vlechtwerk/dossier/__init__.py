"""The confidential file of a case: the notes about contacts, behind two walls."""
