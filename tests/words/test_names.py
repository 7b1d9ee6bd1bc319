import pytest

from auditor.parsing import bylines
from auditor.world.names import parts


@pytest.mark.parametrize("name", ["Veena Das", "Linh Do", "Ana de la Vega", "Ben"])
def test_a_name_may_hold_or_be_spelt_like_a_particle(name):
    assert bylines.names(name) == (name,)


@pytest.mark.parametrize("label", ["Von", "von", "De la", "Ada Byrne von"])
def test_particles_alone_are_no_name(label):
    assert not bylines.is_name(label)


def test_a_given_name_is_kept_where_another_language_has_it_as_a_particle():
    assert parts("Ben Carver") == ("ben", "carver")
