-- Finds the first change of a kind after a version, however many others there are: what the fields of a title or a contract
-- were at a version is told by the first change of them since.
CREATE INDEX history_turning_points ON history (aggregate_id, (change ->> 'kind'), version)
  WHERE change ->> 'kind' IN ('content-corrected', 'title-closed', 'title-reopened', 'contract-corrected', 'contract-closed',
    'contract-reopened');
