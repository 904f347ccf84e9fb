import { useTranslations } from "next-intl";
import { Field } from "./field";

type TimeZoneFieldProps = {
  readonly id: string;
  readonly value: string;
  readonly timeZones: readonly string[];
  readonly onChange: (timeZone: string) => void;
  readonly error: string | undefined;
  readonly help?: string;
};

/** Where the United Nations has its seats and large offices; these come first. */
const UN_CITIES = [
  "America/New_York",
  "Europe/Zurich",
  "Europe/Vienna",
  "Africa/Nairobi",
  "Africa/Addis_Ababa",
  "Asia/Bangkok",
];

/** The place by whose clock times are given. */
export function TimeZoneField({ id, value, timeZones, onChange, error, help }: TimeZoneFieldProps) {
  const t = useTranslations("plan");
  const known = new Set([...UN_CITIES, ...timeZones]);
  return (
    <Field id={id} label={t("timeZone")} help={help} error={error}>
      {(attributes) => (
        <select
          {...attributes}
          className="select"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          <optgroup label={t("unCities")}>
            {UN_CITIES.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </optgroup>
          <optgroup label={t("allZones")}>
            {[
              ...(known.has(value) ? [] : [value]),
              ...timeZones.filter((zone) => !UN_CITIES.includes(zone)),
            ].map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </optgroup>
        </select>
      )}
    </Field>
  );
}
