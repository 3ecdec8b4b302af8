DROP TABLE report_logos;
