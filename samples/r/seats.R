# Seats of Chile's Chamber in 2021, from R: Rscript seats.R [urna]
command <- commandArgs(trailingOnly = TRUE)
if (length(command) == 0) command <- "urna"

# Exit code 1 is an answer that is bad news (a tie is open, a claim is contradicted); 2 and above is no answer.
urna <- function(...) {
  answer <- suppressWarnings(system2(command[1], shQuote(c(command[-1], ...)), stdout = TRUE))
  status <- attr(answer, "status")
  if (!is.null(status) && status > 1) stop("urna answered ", status)
  read.csv(text = answer, encoding = "UTF-8", check.names = FALSE)
}

persons <- urna("seats", "cl-2021", "--contest", "deputies", "--format", "csv")
print(sort(table(persons$list), decreasing = TRUE))

regions <- urna("count", "cl-2021", "--contest", "president-2", "--by", "region", "--format", "csv")
print(head(regions))
