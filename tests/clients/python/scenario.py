"""The seed scenario through the client that openapi-python-client makes of the document."""

import datetime
import sys
import uuid

from crms_client import AuthenticatedClient
from crms_client.api.contracts import record_contract
from crms_client.api.licenses import grant_license, list_licenses, read_license
from crms_client.api.offers import apply_change, generate_offers
from crms_client.models import (
    ContractDetails,
    Currency,
    Device,
    GenerateAt,
    GenerateAtKind,
    GrantLicense,
    LicenseDetails,
    Money,
    Offer,
    RightsType,
    Terms,
    Territory,
    Window,
)

url, token = sys.argv[1:]
client = AuthenticatedClient(base_url=url, token=token)


def key():
    return str(uuid.uuid4())


def window(starts_on, ends_on):
    day = datetime.date.fromisoformat
    return Window(starts_on=day(starts_on), ends_on=day(ends_on))


def offer(name, minor, starts_on, ends_on):
    price = Money(minor=minor, currency=Currency.USD)
    return Offer(
        name=name,
        price=price,
        window=window(starts_on, ends_on),
        devices=[Device.TV, Device.MOBILE],
    )


def generate(license_id, version, one):
    return generate_offers.sync_detailed(
        license_id,
        client=client,
        body=GenerateAt(kind=GenerateAtKind.AT, offers=[one]),
        idempotency_key=key(),
        if_match=f'"{version}"',
    )


contract = record_contract.sync(
    client=client,
    idempotency_key=key(),
    body=ContractDetails(
        studio="DISNEY",
        reference="D-PYTHON",
        signed_on=datetime.date(2018, 11, 30),
        notes="",
    ),
)
granted = grant_license.sync(
    client=client,
    idempotency_key=key(),
    body=GrantLicense(
        contract_id=contract.id,
        details=LicenseDetails(
            name="Library 2019-2024",
            notes="",
            terms=Terms(
                rights_type=RightsType.SVOD,
                territories=[Territory.US],
                devices=[Device.TV, Device.MOBILE],
                window=window("2019-01-01", "2025-01-01"),
            ),
        ),
    ),
)

offers = [
    offer("DSC", 999, "2021-01-01", "2022-01-01"),
    offer("PREM", 499, "2022-01-01", "2022-10-01"),
    offer("STD_DSC", 199, "2023-01-01", "2023-09-09"),
]
for index, one in enumerate(offers):
    saved = generate(granted.id, index + 1, one)
    assert saved.status_code == 200 and saved.parsed.version == index + 2, saved

refused = generate(granted.id, 4, offer("FOURTH", 399, "2021-06-01", "2022-06-01"))
assert refused.status_code == 409, refused
assert refused.parsed.code.value == "offer-overlap", refused.parsed
assert refused.parsed.errors[0].pointer == "#/offers/0/window", refused.parsed.errors

[line] = list_licenses.sync(client=client, contract_id=contract.id).items
assert line.version == 4, line
hers = generate(granted.id, line.version, offer("MARTA", 99, "2023-09-09", "2024-01-01"))
assert hers.parsed.version == 5, hers
stale = generate(granted.id, 4, offer("PRIYA", 299, "2024-01-01", "2024-07-01"))
assert stale.status_code == 412 and stale.headers["etag"] == '"5"', stale
applied = apply_change.sync(
    granted.id,
    client=client,
    body=stale.parsed.conflict.ways[0].change,
    idempotency_key=key(),
    if_match=stale.headers["etag"],
)
assert applied.version == 6, applied

seen = read_license.sync(granted.id, client=client)
names = [one.name for one in seen.offers]
assert names == ["DSC", "PREM", "STD_DSC", "MARTA", "PRIYA"], names
print("the scenario is as told")
