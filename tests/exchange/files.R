#!/usr/bin/env Rscript
# Reads the tables of an unpacked data package with readr, as their codebook declares them.
#
#     tests/exchange/files.R DIRECTORY
#
# Nothing may be read otherwise than declared, keys must be unique, and the tables must join.
suppressPackageStartupMessages(library(readr))

at <- commandArgs(trailingOnly = TRUE)[1]
path <- function(name) file.path(at, paste0(name, ".csv"))
codebook <- read_csv(path("codebook"), na = "", col_types = cols(
  position = col_integer(), required = col_logical(), unique = col_logical(), .default = col_character()
))
kinds <- c(
  text = "c", uuid = "c", country = "c", code = "c", list = "c", edtf = "c",
  integer = "i", year = "i", number = "d", boolean = "l", date = "D", timestamp = "T"
)

read <- function(dataset) {
  columns <- codebook[codebook$dataset == dataset, ]
  table <- read_csv(path(dataset), na = "", col_types = paste(kinds[columns$type], collapse = ""))
  wrong <- problems(table)
  if (nrow(wrong) > 0) {
    print(wrong)
    stop(dataset, " is not read as declared")
  }
  stopifnot(identical(names(table), columns$column))
  for (name in columns$column[columns$unique]) stopifnot(!anyDuplicated(table[[name]]))
  for (name in columns$column[columns$required]) stopifnot(!anyNA(table[[name]]))
  table
}

tables <- sapply(unique(codebook$dataset), read, simplify = FALSE)
for (row in which(!is.na(codebook$references))) {
  own <- tables[[codebook$dataset[row]]][[codebook$column[row]]]
  to <- strsplit(codebook$references[row], ".", fixed = TRUE)[[1]]
  stopifnot(all(is.na(own) | own %in% tables[[to[1]]][[to[2]]]))
}
people <- merge(tables$participations, tables$events[c("event_id", "date_earliest")], by = "event_id")
stopifnot(nrow(people) == nrow(tables$participations), inherits(people$date_earliest, "Date"))
cat(sprintf("%s: %d rows", names(tables), sapply(tables, nrow)), sep = "\n")
