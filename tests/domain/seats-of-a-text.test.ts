import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KNOWN_DELEGATIONS } from "@/domain/consultation/known-delegations";
import { readSeats } from "@/domain/consultation/seat";
import { MOST_SEATS_OF_ONE } from "@/domain/consultation/seat-cells";
import { seatName } from "@/domain/consultation/seat-name";
import { withNameInLine } from "@/domain/consultation/seat-rows";

const first = (delegation: string) => ({ delegation, place: 1 });
const issueOf = (text: string) => readSeats(text, []).rows[0]?.issue;

describe("what is on the panel already", () => {
  it("[P44] adds nothing for a delegation that has its seats, by whatever name, and says how many it has", () => {
    const { rows } = readSeats("USA\nPeru\nforum,other", [first("United States of America"), first("Forum")]);
    expect(rows.map(({ adds, seats, issue }) => [adds.length, seats, issue])).toEqual([
      [0, 1, null],
      [1, 1, null],
      [0, 1, null],
    ]);
  });

  it("[P44] adds of several seats those that are lacking, at the places after the last", () => {
    const onPanel = [first("Kenya"), { delegation: "Kenya", place: 3 }];
    const [row] = readSeats("delegation,seats\nKenya,4", onPanel).rows;
    expect(row?.adds.map(({ place }) => place)).toEqual([4, 5]);
    expect(row?.seats).toBe(4);
    expect(readSeats("delegation,seats\nKenya,1", onPanel).rows[0]?.adds).toEqual([]);
  });
});

describe("seats and addresses", () => {
  it("[P45] gives a delegation as many seats as its row says, one without a word", () => {
    const places = (text: string) => readSeats(text, []).rows[0]?.adds.map(({ place }) => place);
    expect(places("Kenya")).toEqual([1]);
    expect(places("seats,delegation\n3,Kenya")).toEqual([1, 2, 3]);
    expect(places("Kenya,African,2")).toEqual([1, 2]);
    for (const count of ["0", "two", "1.5", "-1", String(MOST_SEATS_OF_ONE + 1)])
      expect(issueOf(`delegation,seats\nKenya,${count}`)?.code, count).toBe("seat_count_unreadable");
    expect(seatName({ delegation: "Kenya", place: 1 })).toBe("Kenya");
    expect(seatName({ delegation: "Kenya", place: 2 })).toBe("Kenya (2)");
  });

  it("[P46] reads addresses, one or several, each once and its domain in small letters, and names one that is none", () => {
    const addresses = (text: string) => readSeats(text, []).rows[0]?.addresses;
    expect(addresses("E-mail;Delegation\nMission@Kenya.EXAMPLE;Kenya")).toEqual(["Mission@kenya.example"]);
    expect(addresses('Kenya,"a@b.example, c@d.example a@B.example"')).toEqual(["a@b.example", "c@d.example"]);
    expect(addresses("Kenya")).toEqual([]);
    expect(issueOf("delegation,e-mail\nKenya,a@b.example nobody")).toEqual({
      code: "seat_address_unreadable",
      values: { text: "nobody" },
    });
    const many = ["a", "b", "c", "d", "e", "f"].map((name) => `${name}@b.example`);
    expect(addresses(`Kenya,"${many.slice(1).join(" ")}"`)).toHaveLength(5);
    expect(issueOf(`Kenya,"${many.join(" ")}"`)?.code).toBe("seat_addresses_many");
    expect(issueOf("Kenya,a@@b")?.code).toBe("seat_address_unreadable");
  });

  it("[P9] reads all five headings in any order", () => {
    const { rows } = readSeats(
      "E-mail address,Number of seats,Notes,Regional group,Kind,Delegation\na@b.example,2,x,African Group,other,Lake Chad Forum",
      [],
    );
    expect(rows[0]).toMatchObject({
      delegation: { name: "Lake Chad Forum", kind: "other", regionalGroup: "african" },
      seats: 2,
      addresses: ["a@b.example"],
    });
  });

  it("[P16] says that the list's group stands where the row names another", () => {
    expect(readSeats("Kenya,WEOG", []).rows[0]?.note?.code).toBe("seat_group_kept");
    expect(readSeats("Kenya,African", []).rows[0]?.note).toBeNull();
  });
});

describe("a suggestion that is accepted", () => {
  it.each([
    ["Malaisya", 1, "Malaisya", "Malaysia"],
    ["Kenya\r\nMalaisya\r\n", 2, "Malaisya", "Kenya\r\nMalaysia\r\n"],
    ["group;delegation\nAsia;Malaisya;x", 2, "Malaisya", "group;delegation\nAsia;Malaysia;x"],
    ['"Malaisya", a@b.example', 1, "Malaisya", '"Malaysia", a@b.example'],
    ["Malaisya Forum,other", 1, "Malaisya", "Malaisya Forum,other"],
    ["Peru", 4, "Malaisya", "Peru"],
  ])("[P47] changes that name in %j, and nothing else", (text, line, written, mended) => {
    expect(withNameInLine(text, line, written, "Malaysia")).toBe(mended);
  });

  it("[P47] is then read as that delegation, whichever it is, and leaves every other row as it was", () => {
    const name = fc.constantFrom(...KNOWN_DELEGATIONS.map((delegation) => delegation.name));
    const cell = fc.stringMatching(/^[a-z. ()]{1,12}$/).map((text) => `q${text.trim()}q`);
    fc.assert(
      fc.property(name, cell, fc.constantFrom(",", ";", "\t"), (known, written, separator) => {
        const text = `Peru${separator}GRULAC\n${written}${separator}other\nChile`;
        const { rows } = readSeats(withNameInLine(text, 2, written, known), []);
        expect(rows.map(({ line }) => line)).toEqual([1, 2, 3]);
        if (known !== "Peru") expect(rows[1]?.delegation?.name).toBe(known);
        expect(rows[0]?.delegation?.name).toBe("Peru");
      }),
      { numRuns: 60 },
    );
  });
});
