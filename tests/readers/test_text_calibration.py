from sitegen.readers.text.calibration import calibrate
from sitegen.readers.text.decoding import Segment

POST = Segment(0, 1, "post")


def test_a_document_that_the_model_is_surer_of_stays_the_surer_one() -> None:
    rates = [0.0, 0.2, 0.5, 0.8, 0.99, 1.0]
    calibrated = calibrate(rates, [POST] * len(rates))
    assert calibrated == sorted(set(calibrated))
    assert all(0 < rate < 1 for rate in calibrated)


def test_an_essay_is_less_sure_than_a_post() -> None:
    post, essay = calibrate([0.9, 0.9], [POST, Segment(0, 1, "essay")])
    assert essay < post


def test_a_document_among_doubtful_ones_is_less_sure_than_one_among_sure_ones() -> None:
    among_sure, _ = calibrate([0.9, 0.99], [POST, POST])
    among_doubtful, _ = calibrate([0.9, 0.2], [POST, POST])
    assert among_doubtful < among_sure
