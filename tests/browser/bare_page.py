"""What the dashboard's speed is measured against: four charts of a year of nights, and a switch."""

import numpy as np
import plotly.express as px
import streamlit as st

st.title("Bare page")
st.segmented_control("Wording", ["everyday", "clinical"], default="everyday")
chance = np.random.default_rng(1)
for place in range(4):
    st.plotly_chart(px.bar(x=np.arange(365), y=chance.poisson(0.4, 365)), key=f"chart {place}")
