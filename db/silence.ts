/**
 * What PostgreSQL writes down of a role's statements, whatever its cluster is set to: nothing, neither what is asked nor
 * what goes with it, be it slow or faulty. Only a superuser can set these, so the role cannot undo them.
 */
export const SILENCE: Readonly<Record<string, string>> = {
  log_statement: "none",
  log_duration: "off",
  log_min_duration_statement: "-1",
  log_min_duration_sample: "-1",
  log_transaction_sample_rate: "0",
  log_min_error_statement: "panic",
  log_min_messages: "log",
  log_error_verbosity: "terse",
  log_lock_waits: "off",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
};
