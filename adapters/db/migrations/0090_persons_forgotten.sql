-- Persons can be forgotten. What says who a person is gives way to a pseudonym or is deleted; what they did stays under the id of the
-- person, in the books and in the chain of the audit trail, and says no name any more.
--
-- Older programs go on.

GRANT UPDATE (login) ON person TO openrebate_app;
GRANT UPDATE (label) ON api_key TO openrebate_app;
GRANT UPDATE (email) ON account TO openrebate_app;
GRANT DELETE ON membership, sso_subject, invitation TO openrebate_app;
GRANT DELETE ON notice, notice_mail, notice_link, notice_choice TO openrebate_app;
