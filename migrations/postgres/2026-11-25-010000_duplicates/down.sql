DROP INDEX legal_findings_by_court;
DROP TABLE duplicate_decisions;
