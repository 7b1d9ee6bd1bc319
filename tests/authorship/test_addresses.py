"""Addresses whose postcode lies elsewhere, through the functions that know the world."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.world.addresses import conflicts
from auditor.world.postcodes import is_british, owner, regions


def postcodes(address: str, *, stated: bool = True) -> list[str]:
    return [found.postcode for found in conflicts(address, stated=stated)]


@pytest.mark.parametrize(
    ("address", "postcode"),
    [
        ("41 Alder Lane, Harrowgate, TX 98101", "98101"),
        ("41 Alder Lane, Harrowgate, South Dakota 30128-7767", "30128"),
        ("PSC 12, Box 3, APO AE 26520", "26520"),
        ("12 King St, Halifax, NS T2P 1J9", "T2P"),
        ("8 Palm Court, Newtown, QLD 3065", "3065"),
        ("Rua das Flores 12, 40020-000 Curitiba - PR", "40020-000"),
        ("Rua das Flores 12, Curitiba - PR, 40020-000", "40020-000"),
        ("Via Roma 1, 20121, Napoli (NA)", "20121"),
        ("Calle Mayor 4, Sevilla, 28013", "28013"),
        ("28013 Sevilla", "28013"),
        ("Jl. Melati No. 4, Denpasar, Bali 60231", "60231"),
        ("Jl. Melati No. 4, Binjai, SU 75974", "75974"),
        ("Hauptstr. 1, 10115 Hamburg", "10115"),
        ("3 Mill Road, Ely QX4 2AB", "QX4 2AB"),
        ("3 Mill Road, Leeds LS1A 2AB", "LS1A 2AB"),
        ("3 Mill Road, Leeds LS1 2CK", "LS1 2CK"),
        ("MG Road 3, Pune, Maharashtra 700012", "700012"),
        ("Av. Juárez 3, Guadalajara, Jalisco 64000", "64000"),
    ],
)
def test_a_postcode_of_another_region_is_found(address, postcode):
    assert postcodes(address) == [postcode]


@pytest.mark.parametrize(
    "address",
    [
        "Clay Ford, MD 11311 McCormick Rd, Hunt Valley, MD 21031",
        "1600 Pennsylvania Avenue NW, Washington, DC 20500",
        "1 Main St, Fishers Island, NY 06390",
        "Box 9, Texarkana, AR 71854",
        "10 Rue Laurier, Gatineau, QC K1A 0M8",
        "5 King William St, London EC4N 7AR",
        "Flat 2, 9 Berwick St, London W1F 0PJ",
        "3 Mill Road, Ely CB7 4AF",
        "Lygon St 3, Carlton VIC 3053",
        "Via Garibaldi 3, 10122 Torino (TO)",
        "Calle Mayor 4, 44001 Teruel",
        "Av. Vallarta 3, Guadalajara 44100",
        "Rua da Praia 5, Porto Alegre - RS, 90010-000",
        "Jl. Asia Afrika No. 8, Bandung, Jawa Barat 40111",
        "Jl. Sudirman 1, Jakarta Selatan 12190",
        "Unter den Linden 77, 10117 Berlin",
        "Room 12345, Building 7",
        "",
    ],
)
def test_addresses_that_can_exist_are_left_alone(address):
    assert postcodes(address) == []


def test_text_that_is_no_address_is_read_for_sure_forms_only():
    assert postcodes("I sold 10115 Hamburgers in Hamburg and 28013 Sevilla oranges", stated=False) == []


@given(st.text(alphabet="ABCDEFGHJKLMNOPRSTUVWXYZ 0123456789,.-()/", max_size=300))
def test_whatever_is_found_lies_inside_the_text(text):
    for found in conflicts(text, stated=True):
        assert 0 <= found.start < found.end <= len(text)


def test_every_range_of_the_table_is_in_order():
    for country in ("US", "CA", "AU", "BR", "MX", "IN", "ID", "ES", "IT", "DE", "FR"):
        assert regions(country)
        for region in regions(country):
            assert all(first <= last and len(first) == len(last) for first, last in region.ranges), region


def test_owner_names_the_region():
    assert owner("US", "30128") == "Georgia"
    assert owner("US", "00012") == ""


def test_british_postcodes_follow_the_guide():
    assert is_british("SW", "1A", "AA")
    assert not is_british("CB", "7A", "AA")
    assert not is_british("CB", "7", "AC")
