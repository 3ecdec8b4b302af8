DROP TABLE release_tombstones;
DROP TABLE release_files;
DROP TABLE releases;
