-- Counts of answers over everybody: nothing reads them since a question is analysed among the people of one cohort, and
-- each merge paid for them.
DROP TABLE question_count;
DROP TABLE option_count;
