/** Non-member States with a standing invitation and a permanent observer mission. */
export const OBSERVER_STATES: readonly string[] = ["Holy See", "State of Palestine"];

/** Organisations with a standing invitation to take part as observers in the work of the General Assembly. */
export const OBSERVER_ORGANISATIONS: readonly string[] = [
  "African Union",
  "Association of Southeast Asian Nations",
  "Caribbean Community",
  "Central American Integration System",
  "Collective Security Treaty Organization",
  "Commonwealth of Independent States",
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
  "South Asian Association for Regional Cooperation",
  "Southern African Development Community",
];

/**
 * Other organisations that consultations often invite: of the United Nations system, and others. Here alone they are
 * delegations: where a text is searched for the names of delegations, they are subjects like any other.
 */
export const OTHER_ORGANISATIONS: readonly string[] = [
  "African Development Bank",
  "Asian Development Bank",
  "Inter-American Development Bank",
  "International Criminal Court",
  "International Monetary Fund",
  "International Organization for Migration",
  "North Atlantic Treaty Organization",
  "Office of the United Nations High Commissioner for Human Rights",
  "Organisation for Economic Co-operation and Development",
  "United Nations Children’s Fund",
  "United Nations Development Programme",
  "United Nations Entity for Gender Equality and the Empowerment of Women",
  "United Nations High Commissioner for Refugees",
  "United Nations Institute for Disarmament Research",
  "United Nations Office on Drugs and Crime",
  "United Nations Secretariat",
  "World Bank",
  "World Food Programme",
  "World Health Organization",
];
