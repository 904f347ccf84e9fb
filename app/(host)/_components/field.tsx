import type { ReactNode } from "react";

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly error: string | undefined;
  /** What the label leaves to be said. */
  readonly help?: ReactNode;
  /** Draws the control with the attributes that tie it to its label, its help and its error. */
  readonly children: (attributes: {
    id: string;
    "aria-invalid": boolean;
    "aria-describedby": string | undefined;
  }) => ReactNode;
};

/** A labelled control with what is wrong said under it. */
export function Field({ id, label, error, help, children }: FieldProps) {
  const helpId = help === undefined ? [] : [`${id}-help`];
  const errorId = error === undefined ? [] : [`${id}-error`];
  const described = [...errorId, ...helpId].join(" ") || undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, "aria-invalid": error !== undefined, "aria-describedby": described })}
      {help !== undefined && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error !== undefined && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
