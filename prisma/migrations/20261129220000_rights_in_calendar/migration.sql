-- The calendar tells of rights that end and come back by day: ends of licenses, takedowns and returns from them.

CREATE INDEX licenses_ended ON licenses (ends_on, id) WHERE closing ->> 'kind' = 'ended';
CREATE INDEX takedowns_by_start ON takedowns (starts_on);
CREATE INDEX takedowns_by_end ON takedowns (ends_on);

-- A feed of offers that end tells of them, too: whoever asked for ends wants to know of these.
UPDATE feeds SET parts = parts || '{rights}' WHERE 'ends' = ANY (parts);
