/** Non-member States with a standing invitation and a permanent observer mission. */
export const OBSERVER_STATES: readonly string[] = ["Holy See", "State of Palestine"];

/** Organisations with a standing invitation to take part as observers in the work of the General Assembly. */
export const OBSERVER_ORGANISATIONS: readonly string[] = [
  "African Union",
  "Association of Southeast Asian Nations",
  "Caribbean Community",
  "Collective Security Treaty Organization",
  "Commonwealth Secretariat",
  "Community of Portuguese-speaking Countries",
  "Cooperation Council for the Arab States of the Gulf",
  "Council of Europe",
  "East African Community",
  "Economic Community of Central African States",
  "Economic Community of West African States",
  "European Union",
  "Intergovernmental Authority on Development",
  "International Committee of the Red Cross",
  "International Criminal Police Organization (INTERPOL)",
  "International Federation of Red Cross and Red Crescent Societies",
  "International Organization of la Francophonie",
  "Inter-Parliamentary Union",
  "League of Arab States",
  "Organization for Security and Co-operation in Europe",
  "Organization of American States",
  "Organization of Islamic Cooperation",
  "Pacific Islands Forum",
  "Shanghai Cooperation Organization",
  "Southern African Development Community",
];
